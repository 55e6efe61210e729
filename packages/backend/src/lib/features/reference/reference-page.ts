import type { Operation } from '../../api/operation.ts'
import type { Schema } from '../../api/schema.ts'

/** The operations as a page for people, without a script and without anything from elsewhere. */
export function referencePage(operations: readonly Operation[]): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>ot-room backend</title>
<style>
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem }
  code { font-size: 0.9em }
  section { border-top: 1px solid #8886; padding: 0.5rem 0 }
</style>
<h1>ot-room backend</h1>
<p>The same as <a href="openapi.json">OpenAPI 3.1</a>. Refusals are <code>application/problem+json</code> with a <code>code</code>.</p>
${operations.map(section).join('\n')}
</html>
`
}

function section({ id, method, path, summary, who, input, answer }: Operation): string {
  return `<section id="${escaped(id)}">
<h2><code>${method} ${escaped(path)}</code></h2>
<p>${escaped(summary)}${who === 'host' ? ' <em>For hosts.</em>' : ''}</p>
${fieldList('Takes', input.properties)}${fieldList('Answers', answer.properties)}
</section>`
}

function fieldList(title: string, properties: Readonly<Record<string, Schema>>): string {
  const items = Object.entries(properties).map(([name, schema]) => {
    const { type, description = '' } = schema
    return `<li><code>${escaped(name)}</code> ${type}${description && `: ${escaped(description)}`}</li>`
  })
  return items.length === 0 ? '' : `<p>${title}</p><ul>${items.join('')}</ul>`
}

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' }
  return text.replace(/[&<"]/g, (character) => entities[character] ?? '')
}
