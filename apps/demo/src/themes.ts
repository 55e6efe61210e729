import { makeCopyable } from './copy.ts'
import './elements.ts'
import confetti from './themes/confetti.css?raw'
import harbour from './themes/harbour.css?raw'
import studio from './themes/studio.css?raw'

const themes: Record<string, string> = {
  harbour,
  studio,
  confetti,
  plain: '/* The room as it comes, light or dark as the visitor likes. */',
}

// `?theme=studio` starts with that one.
const wanted = new URLSearchParams(location.search).get('theme') ?? 'harbour'
const form = document.querySelector<HTMLFormElement>('form.themes')
for (const choice of form?.querySelectorAll('input') ?? []) choice.checked = choice.value === wanted
form?.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement) wear(target.value)
})
wear(wanted)
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]'))
  makeCopyable(button)

function wear(theme: string): void {
  document.documentElement.className = theme
  const code = document.querySelector('#theme')
  if (code) code.textContent = themes[theme] ?? ''
}
