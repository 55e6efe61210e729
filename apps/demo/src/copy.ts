/** Makes a button with `data-copy="id"` copy that element's text and say so for a moment. */
export function makeCopyable(button: HTMLButtonElement): void {
  const label = button.textContent
  button.addEventListener('click', () => {
    void copy(button.dataset['copy'] ?? '').then((copied) => {
      button.textContent = copied ? 'Copied' : 'Press Ctrl+C'
      setTimeout(() => (button.textContent = label), 1500)
    })
  })
}

/** Where the clipboard is denied the text is selected instead, so that the person can copy it by hand. */
async function copy(id: string): Promise<boolean> {
  const source = document.getElementById(id)
  if (!source) return false
  try {
    await navigator.clipboard.writeText(source.textContent)
    return true
  } catch {
    getSelection()?.selectAllChildren(source)
    return false
  }
}
