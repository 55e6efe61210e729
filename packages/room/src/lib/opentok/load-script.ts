import { allowPlainText, trustedUrl } from './trusted-types.ts'

/** A classic script to put into the page. */
export interface ScriptSource {
  readonly url: string
  /** A Subresource Integrity value; the script's server must then allow cross-origin use. */
  readonly integrity?: string
}

/** Puts a script into the page and waits for it; rejects when it fails or `signal` aborts. */
export function loadScript(source: ScriptSource, signal: AbortSignal): Promise<void> {
  allowPlainText()
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    // OpenTok.js has characters outside ASCII: without this it is a syntax error on a page that is not UTF-8.
    script.charset = 'utf-8'
    script.async = true
    if (source.integrity !== undefined) {
      script.integrity = source.integrity
      script.crossOrigin = 'anonymous'
    }
    // A page may let only trusted addresses become scripts; the types do not know them yet.
    Reflect.set(script, 'src', trustedUrl(source.url))
    script.addEventListener('load', () => resolve())
    script.addEventListener('error', () => {
      script.remove()
      reject(new Error(`The script ${source.url} did not load.`))
    })
    signal.addEventListener('abort', () => {
      script.remove()
      reject(signal.reason)
    })
    document.head.append(script)
  })
}
