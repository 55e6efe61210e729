import type { Store } from '../store/store.ts'

/** The one method of a Redis client that is used: `call` of ioredis, `sendCommand` of node-redis. */
export type RedisClient =
  | { call(command: string, ...args: string[]): Promise<unknown> }
  | { sendCommand(args: string[]): Promise<unknown> }

export interface RedisStoreOptions {
  /** Before every key, default `ot-room:`. */
  readonly prefix?: string
}

/**
 * Remembers in Redis 6 or newer, also in a cluster: every script touches one key. What Redis evicts or loses in
 * a failover is forgotten, so give it a `noeviction` policy and persistence.
 */
export function redisStore(
  client: RedisClient,
  { prefix = 'ot-room:' }: RedisStoreOptions = {},
): Store {
  const run = (script: string, ...args: string[]): Promise<unknown> =>
    'call' in client
      ? client.call('EVAL', script, '1', ...args)
      : client.sendCommand(['EVAL', script, '1', ...args])

  return {
    async read(key) {
      const answer = await run(readScript, prefix + key)
      const [value, now] = Array.isArray(answer) ? answer : []
      return { value: typeof value === 'string' ? value : undefined, now: Number(now) }
    },

    async swap(key, { from, to, lastsMs }) {
      const life = lastsMs === undefined ? '' : `${Math.ceil(lastsMs)}`
      return Number(await run(swapScript, prefix + key, text(from), text(to), life)) === 1
    },
  }
}

/** Scripts take texts only: nothing is the empty one, which is no JSON and so never a value. */
function text(value: string | undefined): string {
  return value ?? ''
}

const readScript = `
local time = redis.call('TIME')
return { redis.call('GET', KEYS[1]), time[1] * 1000 + math.floor(time[2] / 1000) }`

const swapScript = `
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
if ARGV[2] == '' then redis.call('DEL', KEYS[1])
elseif ARGV[3] == '' then redis.call('SET', KEYS[1], ARGV[2])
else redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
return 1`
