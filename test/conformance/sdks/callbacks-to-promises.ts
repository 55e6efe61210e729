/** Calls a method whose last argument is a callback; resolves with what the callback was given after the error. */
export function calls(
  target: object,
  method: string,
  ...args: readonly unknown[]
): Promise<readonly unknown[]> {
  return new Promise((resolve, reject) => {
    const callback = (error: unknown, ...values: readonly unknown[]) => {
      if (error === null || error === undefined) resolve(values)
      // The SDK's own kinds of error are not all Errors.
      // oxlint-disable-next-line prefer-promise-reject-errors
      else reject(error)
    }
    const call = Reflect.get(target, method) as (...all: readonly unknown[]) => unknown
    call.call(target, ...args, callback)
  })
}
