const form = required(document.querySelector<HTMLFormElement>('#player'))
const field = required(document.querySelector<HTMLInputElement>('#playlist'))
const state = required(document.querySelector<HTMLElement>('#state'))
const picture = required(document.querySelector<HTMLVideoElement>('#picture'))

// A playlist is there some seconds after its broadcast has started.
const patienceMs = 30_000
const pauseMs = 500

let end = (): void => {}

// `?playlist=` watches at once, so that a link to the page is an invitation.
const named = new URLSearchParams(location.search).get('playlist')
if (named) {
  field.value = named
  void watch(named)
}
form.addEventListener('submit', (event) => {
  event.preventDefault()
  void watch(field.value)
})

async function watch(playlist: string): Promise<void> {
  end()
  const ended = new AbortController()
  end = () => ended.abort()
  say('Waiting for the broadcast …')
  if (!(await appears(playlist, ended.signal))) {
    if (!ended.signal.aborted) say('There is no broadcast at this address. Is it still on air?')
    return
  }
  const { default: Hls } = await import('hls.js')
  const player = new Hls()
  ended.signal.addEventListener('abort', () => player.destroy())
  player.on(Hls.Events.ERROR, (_event, { fatal, details }) => {
    if (fatal) say(`The broadcast has ended, or cannot be played here (${details}).`)
  })
  picture.addEventListener('playing', () => say('Live'), { signal: ended.signal })
  player.loadSource(playlist)
  player.attachMedia(picture)
  await picture.play().catch(() => say('Press play to watch.'))
}

async function appears(playlist: string, signal: AbortSignal): Promise<boolean> {
  const deadline = performance.now() + patienceMs
  while (performance.now() < deadline && !signal.aborted) {
    const found = await fetch(playlist, { signal }).then(
      ({ ok }) => ok,
      () => false,
    )
    if (found) return true
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  return false
}

function say(text: string): void {
  state.textContent = text
}

function required<Part>(part: Part | null): Part {
  if (part === null) throw new Error('The page lacks a part.')
  return part
}
