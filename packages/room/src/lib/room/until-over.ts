import type { Stay } from '../platform/video-platform.ts'

/** The same listeners, which hear nothing any more once their stay is over. */
export function untilOver({ signal, onEvent, onLevel, onSignal, onCaption }: Stay): Stay {
  const unlessOver =
    <Value>(listener: (value: Value) => void) =>
    (value: Value): void => {
      if (!signal.aborted) listener(value)
    }
  return {
    signal,
    onEvent: unlessOver(onEvent),
    onLevel: unlessOver(onLevel),
    onSignal: unlessOver(onSignal),
    onCaption: unlessOver(onCaption),
  }
}
