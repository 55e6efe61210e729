import assert from 'node:assert/strict'

/** How an SDK tells its users about a refusal: something in the error's text, or a look at the error. */
export type Refusal = RegExp | ((error: unknown) => boolean)

/** Asserts that a call is refused in the way that the SDK documents. */
export async function isRefused(call: Promise<unknown>, refusal: Refusal): Promise<void> {
  let value: unknown
  try {
    value = await call
  } catch (error) {
    const seen = said(error)
    const right = refusal instanceof RegExp ? refusal.test(seen) : refusal(error)
    assert.ok(right, `it was refused in another way: ${seen}`)
    return
  }
  assert.fail(`it was not refused, but answered ${JSON.stringify(value)}`)
}

/** Some SDKs throw things that are no Errors. */
function said(error: unknown): string {
  const message: unknown = Reflect.get(Object(error), 'message')
  return typeof message === 'string' ? message : String(error)
}
