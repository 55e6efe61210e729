// `npm run archive`: what the tests record for some seconds, for a minute.
import { describe, it } from 'node:test'
import { recordCallOfThree } from './call-of-three.ts'
import { useRecorder } from './recorder.ts'

describe('an archive of a minute', { timeout: 300_000 }, () => {
  const recorder = useRecorder()

  it('is as long as the call, in the layout for who was there, with lips and sound together', async () => {
    console.log(
      await recordCallOfThree(recorder, { alone: 15, together: 15, sharing: 15, without: 15 }),
    )
  })
})
