/** What helpers need of a page to run code in it, whichever driver opened it. */
export type InPage = {
  evaluate<Result, Argument>(
    code: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>
}
