import { problemCodes } from '../../problem/backend-error.ts'
import type { Operation } from '../../api/operation.ts'

/** Describes operations as OpenAPI 3.1; `server` is where the backend is. */
export function openApi(operations: readonly Operation[], { server }: { readonly server: string }) {
  const paths: Record<string, Record<string, object>> = {}
  for (const operation of operations) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: described(operation),
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'ot-room backend', version: '1', license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: server }],
    paths,
    components: { schemas: { Problem: problem } },
  }
}

function described({ id, summary, who, path, method, input, answer, problems }: Operation): object {
  const silent = Object.keys(answer.properties).length === 0
  const json = (schema: object) => ({ content: { 'application/json': { schema } } })
  const refused = 'application/problem+json'
  return {
    operationId: id,
    summary: who === 'host' ? `${summary} For hosts.` : summary,
    parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => {
      return { name, in: 'path', required: true, schema: { type: 'string' } }
    }),
    ...(method === 'POST' && { requestBody: { required: true, ...json(input) } }),
    responses: {
      [silent ? '204' : '200']: { description: 'Done.', ...(!silent && json(answer)) },
      default: {
        description: problems ? `Refused; here also: ${problems.join(', ')}.` : 'Refused.',
        content: { [refused]: { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

const problem = {
  type: 'object',
  description: 'RFC 9457; switch on the code.',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'A sentence for whoever asked.' },
    code: { type: 'string', enum: problemCodes() },
    ticket: { type: 'string', description: 'What to send along when asking again.' },
  },
}
