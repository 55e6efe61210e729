import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { downloadZip } from 'client-zip'
import { bundleElements } from './bundle.ts'

const source = join(import.meta.dirname, '../apps/wordpress/plugin')

/** Writes the WordPress plugin into a folder, with the elements as a script tag loads them. */
export async function assemblePlugin(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(source, folder, { recursive: true })
  cpSync(join(source, '../../../LICENSE'), join(folder, 'LICENSE'))
  await bundleElements(join(folder, 'assets', version()))
}

/** The version in the head of the plugin, which WordPress reads. */
function version(): string {
  const head = readFileSync(join(source, 'ot-room.php'), 'utf8')
  const [, found] = /^ \* Version: +(\S+)$/m.exec(head) ?? []
  if (found === undefined) throw new Error('The head of ot-room.php names no version.')
  return found
}

/** Packs the folder of a plugin as "Add plugin" of WordPress takes it. */
export async function zipPlugin(folder: string, file: string): Promise<void> {
  const names = globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  const entries = names.map((path) => ({
    name: `ot-room${path.slice(folder.length)}`,
    input: readFileSync(path),
  }))
  writeFileSync(file, Buffer.from(await downloadZip(entries).arrayBuffer()))
}
