/** A message that stands where the room will be, with one button. */
export interface Gate {
  readonly part: 'consent' | 'broken'
  readonly heading: string
  readonly help: string
  readonly button: string
}

/** Shows a gate in a shadow root and resolves with a click on its button; never after `signal` has aborted. */
export function showGate(root: ShadowRoot, gate: Gate, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const section = make('section', gate.part)
    const button = make('button', 'open', gate.button)
    button.setAttribute('type', 'button')
    button.addEventListener('click', () => resolve(), { signal })
    const slot = document.createElement('slot')
    slot.name = gate.part
    slot.append(make('h2', 'heading', gate.heading), make('p', 'help', gate.help))
    section.append(slot, button)
    root.replaceChildren(section)
  })
}

function make(tag: string, part: string, text = ''): HTMLElement {
  const element = document.createElement(tag)
  element.setAttribute('part', part)
  element.textContent = text
  return element
}
