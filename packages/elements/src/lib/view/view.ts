/** How people are laid out: `auto` is a grid until there is something to look at, a screen or somebody pinned. */
export type Layout = 'auto' | 'grid' | 'speaker' | 'sidebar'

/** What stands beside the people. */
export type Aside = 'none' | 'chat' | 'people'

/** Where the visitor sees themselves. */
export type SelfView = 'tile' | 'floating' | 'hidden'

/** How a visitor likes to see a call; it is nobody else's business and never leaves the page. */
export interface ViewState {
  readonly layout: Layout
  readonly selfView: SelfView
  /** Whether the visitor sees themselves as in a mirror. */
  readonly mirror: boolean
  /** Keys of the tiles that stay large. */
  readonly pinned: readonly string[]
  readonly aside: Aside
  /** The id of the last message that was in sight; `undefined` before any was. */
  readonly readTo: string | undefined
}

/** The view of one room. */
export interface View {
  readonly state: ViewState
  subscribe(listener: (state: ViewState) => void, options: { signal: AbortSignal }): void
  change(change: Partial<ViewState>): void
  pin(key: string): void
  unpin(key: string): void
  readonly windows: Windows
}

/** The windows that a call can fill or open; each must be asked for in a click. */
export interface Windows {
  readonly canFullscreen: boolean
  readonly isFullscreen: boolean
  toggleFullscreen(): Promise<void>
  readonly canPictureInPicture: boolean
  pictureInPicture(): Promise<void>
}

/** What a visitor sees who has chosen nothing. */
export const usualView: ViewState = Object.freeze({
  layout: 'auto',
  selfView: 'tile',
  mirror: true,
  pinned: [],
  aside: 'none',
  readTo: undefined,
})

/** Makes a view; `changed` hears of every choice. */
export function createView(windows: Windows, changed: (state: ViewState) => void): View {
  const listeners = new Set<(state: ViewState) => void>()
  let state = usualView

  function change(next: Partial<ViewState>): void {
    const keys = Object.keys(next) as (keyof ViewState)[]
    if (keys.every((key) => state[key] === next[key])) return
    state = Object.freeze({ ...state, ...next })
    for (const listener of listeners) listener(state)
    changed(state)
  }
  function unpin(key: string): void {
    change({ pinned: state.pinned.filter((one) => one !== key) })
  }

  return {
    get state() {
      return state
    },
    windows,
    subscribe(listener, { signal }) {
      listeners.add(listener)
      signal.addEventListener('abort', () => listeners.delete(listener))
    },
    change,
    pin: (key) => change({ pinned: [...state.pinned.filter((one) => one !== key), key] }),
    unpin,
  }
}

const layouts: readonly string[] = ['auto', 'grid', 'speaker', 'sidebar'] satisfies Layout[]
const selfViews: readonly string[] = ['tile', 'floating', 'hidden'] satisfies SelfView[]

/** What attributes ask for; an unknown value is as none. */
export function viewOf(attributes: {
  readonly layout: string | undefined
  readonly selfView: string | undefined
  readonly mirror: string | undefined
}): Pick<ViewState, 'layout' | 'selfView' | 'mirror'> {
  const { layout = '', selfView = '', mirror } = attributes
  return {
    layout: layouts.includes(layout) ? (layout as Layout) : usualView.layout,
    selfView: selfViews.includes(selfView) ? (selfView as SelfView) : usualView.selfView,
    mirror: mirror !== 'off',
  }
}
