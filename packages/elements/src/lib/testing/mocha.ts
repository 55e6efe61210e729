/** The body of a test. */
export type Body = () => void | Promise<unknown>

declare global {
  // The test runner brings these.
  function describe(title: string, body: () => void): void
  function it(title: string, body: Body): void
  function afterEach(body: Body): void
}
