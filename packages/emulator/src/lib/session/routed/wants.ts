import { wantsEverything } from '../../media/wants.ts'
import type { Wants } from '../../media/wants.ts'
import type { Json, JsonObject } from '../../wire/json.ts'
import { isJsonObject } from '../../wire/json.ts'

/** What a subscriber wants, from the channels it lists when it subscribes. */
export function readWants(channels: Json | undefined): Wants {
  if (!Array.isArray(channels)) return wantsEverything
  return (channels as readonly Json[]).reduce<Wants>(
    (wants, channel) =>
      isJsonObject(channel) ? changeWants(wants, channel['id'], channel) : wants,
    wantsEverything,
  )
}

/** The same with what is said of one channel; the same object when that is nothing new. */
export function changeWants(wants: Wants, channel: Json | undefined, said: JsonObject): Wants {
  // The client only repeats what the platform has told it of the network.
  if (typeof channel !== 'string' || said['activeReason'] === 'auto') return wants
  if (channel.startsWith('audio')) return changed(wants, { audio: flag(said['active']) })
  if (!channel.startsWith('video')) return wants
  return changed(wants, {
    video: flag(said['active']),
    width: size(said['preferredWidth']),
    height: size(said['preferredHeight']),
    frameRate: size(said['preferredFrameRate']),
    restrictsFrameRate: flag(said['restrictFrameRate']),
  })
}

function changed(
  wants: Wants,
  said: { readonly [Key in keyof Wants]?: Wants[Key] | undefined },
): Wants {
  const news = Object.entries(said).filter(
    ([key, value]) => value !== undefined && value !== wants[key as keyof Wants],
  )
  return news.length === 0 ? wants : { ...wants, ...(Object.fromEntries(news) as Partial<Wants>) }
}

function flag(value: Json | undefined): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}

function size(value: Json | undefined): number | undefined {
  return typeof value === 'number' && value >= 0 ? value : undefined
}
