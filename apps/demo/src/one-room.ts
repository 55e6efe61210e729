import { makeCopyable } from './copy.ts'
import './elements.ts'

// `?room=` names another room, so that a link to the page is an invitation to it.
const name = new URLSearchParams(location.search).get('room')
if (name) document.querySelector('ot-room')?.setAttribute('room', name)

document.querySelector<HTMLAnchorElement>('#second')?.setAttribute('href', location.href)
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]'))
  makeCopyable(button)
