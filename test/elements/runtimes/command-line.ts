import { importAll } from './import-all.ts'

console.log(JSON.stringify(await importAll()))
