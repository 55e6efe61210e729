import { npmOpenTok, npmOpenTokApplication } from './sdks/npm-opentok.ts'
import { phpOpenTok } from './sdks/php.ts'
import { pythonOpenTok } from './sdks/python.ts'
import { vonageVideo } from './sdks/vonage-video.ts'
import { suiteOf, type Suite } from './suite.ts'

/** Every official server SDK that the platform has to satisfy. */
export const suites: readonly Suite[] = [
  suiteOf(npmOpenTok),
  suiteOf(npmOpenTokApplication),
  suiteOf(vonageVideo),
  suiteOf(phpOpenTok),
  suiteOf(pythonOpenTok),
]
