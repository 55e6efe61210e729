export { createBlur } from './lib/blur/create-blur.ts'
