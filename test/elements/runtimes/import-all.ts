/** Imports every public entry of the packages for browsers; what each exports, or why it cannot be imported here. */
export async function importAll(): Promise<Record<string, string>> {
  return {
    'ot-room': await outcome(import('ot-room')),
    'ot-room/define': await outcome(import('ot-room/define')),
    'ot-room/define-parts': await outcome(import('ot-room/define-parts')),
    '@ot-room/room': await outcome(import('@ot-room/room')),
    '@ot-room/room/preview': await outcome(import('@ot-room/room/preview')),
    '@ot-room/room/testing': await outcome(import('@ot-room/room/testing')),
  }
}

async function outcome(imported: Promise<object>): Promise<string> {
  try {
    return Object.keys(await imported).join()
  } catch (error) {
    return String(error)
  }
}
