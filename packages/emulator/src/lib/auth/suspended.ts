/** Why nothing of a suspended project is accepted. */
export const suspendedMessage = 'The project is suspended'
