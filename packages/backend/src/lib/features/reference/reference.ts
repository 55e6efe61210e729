import type { Endpoint, Operation } from '../../api/operation.ts'
import { joinOperation } from '../../join/join-operation.ts'
import type { FeatureFor } from '../feature.ts'
import { openApi } from './open-api.ts'
import { referencePage } from './reference-page.ts'

/** Nothing may run, load or frame the page. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'"

/** `GET /openapi.json` and `GET /reference`: what this backend can be asked for, made from its routes. */
export function reference(): FeatureFor {
  return ({ endpoints }) => {
    const operations = () => [joinOperation, ...endpoints().filter(isDescribed)]
    return {
      name: 'reference',
      doors: [
        {
          method: 'GET',
          path: '/openapi.json',
          handle: ({ url }) => ({
            headers: { 'Content-Type': 'application/json' },
            text: JSON.stringify(openApi(operations(), { server: new URL('.', url).href })),
          }),
        },
        {
          method: 'GET',
          path: '/reference',
          handle: () => ({
            headers: {
              'Content-Type': 'text/html; charset=utf-8',
              'Content-Security-Policy': policy,
              'Referrer-Policy': 'no-referrer',
            },
            text: referencePage(operations()),
          }),
        },
      ],
    }
  }
}

function isDescribed(endpoint: Endpoint): endpoint is Operation {
  return 'summary' in endpoint
}
