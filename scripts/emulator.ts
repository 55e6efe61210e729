// `npm run emulator`: the emulator alone, with its own command line.
import '../packages/emulator/src/cli.ts'
