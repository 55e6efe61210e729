import { startServer } from './server.ts'

try {
  const server = await startServer(process.env)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.close())
  }
  console.log(`ot-room backend on ${server.url}, ${server.admits}`)
} catch (error) {
  console.error(`ot-room backend: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
