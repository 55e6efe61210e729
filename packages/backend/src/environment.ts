export { readEnvironment } from './lib/environment/environment.ts'
export type { Environment, EnvironmentOptions, ReadOptions } from './lib/environment/environment.ts'
export type { Admission, AdmissionReader } from './lib/environment/admission.ts'
export { featuresOf, featureVariables } from './lib/environment/features-of.ts'
