import { access, constants, stat } from 'node:fs/promises'
import { delimiter, isAbsolute, join, sep } from 'node:path'

/** The file of a program: a path as it is, a name looked for in the folders of a `PATH`. */
export async function findProgram(name: string, path: string): Promise<string | undefined> {
  const folders = path.split(delimiter).filter(isAbsolute)
  const candidates = name.includes(sep) ? [name] : folders.map((folder) => join(folder, name))
  for (const file of candidates) {
    if (await isExecutable(file)) return file
  }
  return undefined
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK)
    return (await stat(file)).isFile()
  } catch {
    return false
  }
}
