/** What Lit touches while it is loaded, as far as it is missing here; `after-lit.ts` takes away again what this puts there. */
export const standIns = new Set<string>()

standIn('HTMLElement', EventTarget)
standIn('document', { createTreeWalker: () => ({}) })

function standIn(name: string, value: unknown): void {
  if (name in globalThis) return
  standIns.add(name)
  Reflect.set(globalThis, name, value)
}
