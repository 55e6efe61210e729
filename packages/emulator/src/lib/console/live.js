// Keeps a page of the console as the emulator is: what is marked as live is fetched again each second and put in place
// where it differs. What somebody is using stays, and so does what they have opened.
const everyMs = 1000

async function follow() {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, everyMs))
    if (document.hidden) continue
    const response = await fetch(location.pathname).catch(() => undefined)
    // An emulator that has ended comes back at the same address.
    if (!response) continue
    // What the page was about is gone.
    if (response.redirected) return location.assign(response.url)
    if (response.ok) renew(await response.text())
  }
}

function renew(text) {
  const next = new DOMParser().parseFromString(text, 'text/html')
  for (const place of livePlaces()) {
    const fresh = next.querySelector(`[data-live="${place.dataset.live}"]`)
    if (!fresh || shown.get(place) === fresh.innerHTML || isUsed(place)) continue
    const opened = [...place.querySelectorAll('details[open]')].map(({ id }) => id)
    const focused = place.querySelector('details:has(> summary:focus)')?.id
    shown.set(place, fresh.innerHTML)
    place.innerHTML = fresh.innerHTML
    for (const id of opened) document.getElementById(id)?.setAttribute('open', '')
    if (focused) document.getElementById(focused)?.querySelector('summary')?.focus()
  }
}

/** Whether somebody fills something in there, or is about to copy something. */
function isUsed(place) {
  const selection = getSelection()
  const isCopied = !selection.isCollapsed && place.contains(selection.anchorNode)
  return isCopied || place.matches(':has(:is(input, select, button):focus)')
}

function livePlaces() {
  return document.querySelectorAll('[data-live]')
}

// A browser may write what it was given in another way.
const shown = new Map([...livePlaces()].map((place) => [place, place.innerHTML]))
void follow()
