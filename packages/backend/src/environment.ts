export { readEnvironment } from './lib/environment/environment.ts'
export type { Environment, EnvironmentOptions } from './lib/environment/environment.ts'
export type { Admission, AdmissionOf } from './lib/environment/admission.ts'
export { featuresOf } from './lib/environment/features-of.ts'
