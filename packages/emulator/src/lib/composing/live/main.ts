// The process of one live composition; it ends with the one that started it.
import type { FromStudio, ToStudio } from './messages.ts'
import { createStudio } from './studio.ts'
import type { Studio } from './studio.ts'

let studio: Studio | undefined

const tell = (message: FromStudio) => {
  if (process.connected) process.send?.(message)
}

const close = async () => {
  await studio?.close()
  tell({ type: 'closed' })
  process.exit()
}

// Every FFmpeg ends when nobody writes to it any more.
process.on('disconnect', () => process.exit())
process.on('message', (message: ToStudio) => {
  switch (message.type) {
    case 'start':
      studio = createStudio(message.options, {
        status: (status) => tell({ type: 'status', status }),
        trouble: (trouble) => tell({ type: 'trouble', trouble }),
      })
      break
    case 'show':
      studio?.show(message.scene)
      break
    case 'add-take':
      studio?.addTake(message.take)
      break
    case 'end-take':
      studio?.endTake(message.streamId)
      break
    case 'close':
      void close()
      break
  }
})
