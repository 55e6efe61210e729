export { createFakePlatform, type FakePlatform } from './lib/testing/fake-platform.ts'
export {
  createFakeBackend,
  type FakeAnswer,
  type FakeAnswers,
  type FakeBackend,
} from './lib/testing/fake-backend.ts'
