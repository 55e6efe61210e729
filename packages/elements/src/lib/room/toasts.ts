import type { Strings } from '../strings/en.ts'
import type { Action } from './outcome-view.ts'

/** Something that has happened, with what can be done about it; it stays until somebody closes it or it is over. */
export interface Toast {
  /** Another toast of the same key takes its place. */
  readonly key: string
  text(strings: Strings): string
  readonly actions: readonly ToastAction[]
}

/** A button of a toast; whoever uses it has seen the toast. */
export interface ToastAction extends Pick<Action, 'act'> {
  label(strings: Strings): string
}

/** The toasts of one call. */
export interface Toasts {
  readonly all: readonly Toast[]
  put(toast: Toast): void
  drop(key: string): void
  clear(): void
}

/** Starts without any. */
export function createToasts(changed: () => void): Toasts {
  let all: readonly Toast[] = []

  function become(next: readonly Toast[]): void {
    if (next.length === 0 && all.length === 0) return
    all = next
    changed()
  }
  function without(key: string): readonly Toast[] {
    return all.filter((toast) => toast.key !== key)
  }

  return {
    get all() {
      return all
    },
    put: (toast) => become([...without(toast.key), toast]),
    drop: (key) => become(without(key)),
    clear: () => become([]),
  }
}
