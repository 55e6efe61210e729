/** `HTMLElement`, and where there is no browser something to extend, so that a server can import the class. */
export const BrowserElement: typeof HTMLElement = globalThis.HTMLElement ?? Object
