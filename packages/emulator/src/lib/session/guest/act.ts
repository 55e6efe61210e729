/** What the platform itself plays into a stream that no client sends. */
export type Act = TestAct | LineAct

/** Something to see and to hear. */
export interface TestAct {
  readonly type: 'test'
  /** Of a picture with a white bar that crosses it; no picture when absent. */
  readonly colour?: Colour
  /** Of the tone that beeps once a second; silence when absent. */
  readonly hertz?: number
}

/** What the server of an Audio Connector says. */
export interface LineAct {
  readonly type: 'line'
  readonly connector: string
}

export type Colour = (typeof colours)[number]

/** The pictures there are. */
export const colours = ['green', 'orange', 'purple', 'teal'] as const

/** What there is of an act. */
export function kindsOf(act: Act): readonly ('audio' | 'video')[] {
  return act.type === 'test' && act.colour !== undefined ? ['audio', 'video'] : ['audio']
}
