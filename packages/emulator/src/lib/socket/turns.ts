type Task = () => void | Promise<void>

/**
 * Does one task after the other: at once, unless an earlier one takes a moment. `onError` hears of what a
 * task throws, and the next one follows all the same.
 */
export function createTurns(onError: (error: unknown) => void): (task: Task) => void {
  let busy: Promise<void> | undefined

  const attempt = (task: Task): void | Promise<void> => {
    try {
      return task()?.catch(onError)
    } catch (error) {
      return onError(error)
    }
  }

  return (task) => {
    const turn = busy === undefined ? attempt(task) : busy.then(() => attempt(task))
    if (turn === undefined) return
    const until = turn.then(() => {
      if (busy === until) busy = undefined
    })
    busy = until
  }
}
