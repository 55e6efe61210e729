import { randomBytes, randomInt } from 'node:crypto'
import { z } from 'zod'
import { refusal } from './refusal.ts'
import type { Account, Accounts } from '../platform/accounts.ts'
import type { JsonObject } from '../wire/json.ts'
import { describeProject } from './describe-project.ts'
import { noContent, ok } from './endpoint.ts'
import type { Call, Endpoint } from './endpoint.ts'
import { optionalText, read } from './read-body.ts'

type Project = Extract<Account, { readonly type: 'project' }>

const creation = z.object({ name: optionalText(128) })
const change = z.object({
  status: z.enum(['ACTIVE', 'SUSPENDED'], 'must be ACTIVE or SUSPENDED'),
})

/** Account administration: the projects there are. */
export const projectEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: '/v2/project',
    by: 'administrator',
    support: 'full',
    answer: (call) => {
      const body = read(creation, call.body)
      if (!body.ok) return refusal(400, body)
      const { accounts, clock } = call.platform
      const project: Project = {
        type: 'project',
        key: freeKey(accounts),
        secret: newSecret(),
        name: body.value.name ?? '',
        status: 'ACTIVE',
        createdAt: clock.now(),
      }
      accounts.put(project)
      return ok(withSecret(project))
    },
  },
  {
    method: 'GET',
    path: '/v2/project',
    by: 'administrator',
    support: 'full',
    answer: (call) => ok(call.platform.accounts.list().filter(isProject).map(withSecret)),
  },
  {
    method: 'GET',
    path: '/v2/project/:key',
    by: 'administrator',
    support: 'full',
    answer: (call) => withProject(call, (project) => ok(withSecret(project))),
  },
  {
    method: 'PUT',
    path: '/v2/project/:key',
    by: 'administrator',
    support: 'full',
    note: 'what a suspended project asks for is refused; sessions that are open go on',
    answer: (call) =>
      withProject(call, (project) => {
        const body = read(change, call.body)
        if (!body.ok) return refusal(400, body)
        return replace(call, { ...project, status: body.value.status })
      }),
  },
  {
    method: 'DELETE',
    path: '/v2/project/:key',
    by: 'administrator',
    support: 'full',
    answer: (call) =>
      withProject(call, (project) => {
        call.platform.accounts.remove(project.key)
        return noContent()
      }),
  },
  {
    method: 'POST',
    path: '/v2/project/:key/refreshSecret',
    by: 'administrator',
    support: 'full',
    note: 'what was signed with the old secret is refused from then on',
    answer: (call) =>
      withProject(call, (project) => replace(call, { ...project, secret: newSecret() })),
  },
]

function withProject(call: Call, answer: (project: Project) => Response): Response {
  const account = call.platform.accounts.get(call.param('key'))
  if (account === undefined || !isProject(account)) {
    return refusal(404, { message: 'There is no such project' })
  }
  return answer(account)
}

function replace({ platform }: Call, project: Project): Response {
  platform.accounts.put(project)
  return ok(withSecret(project))
}

function isProject(account: Account): account is Project {
  return account.type === 'project'
}

/** This API alone shows secrets, because it is where an administrator gets them. */
function withSecret(project: Project): JsonObject {
  return { ...describeProject(project), secret: new TextDecoder().decode(project.secret) }
}

function newSecret(): Uint8Array {
  return new TextEncoder().encode(randomBytes(20).toString('hex'))
}

function freeKey(accounts: Accounts): string {
  const key = String(randomInt(40_000_000, 50_000_000))
  return accounts.get(key) === undefined ? key : freeKey(accounts)
}
