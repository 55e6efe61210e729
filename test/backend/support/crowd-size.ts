/** `npm run joins` sends the crowds that a store must bear; every run of the tests sends small ones. */
const large = process.env['OT_JOINS'] !== undefined

/** How many join one new room at once, from three processes. */
export const joins = Number(process.env['OT_JOINS'] ?? 300)

/** How large the crowds of the contract of stores are. */
export const crowds = large ? { joins: 3000, rooms: 50 } : { joins: 300, rooms: 5 }
