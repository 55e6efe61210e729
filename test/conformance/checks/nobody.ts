/** An id of the right form that the platform never gave to anything. */
export const nobody = '00000000-0000-4000-8000-000000000000'
