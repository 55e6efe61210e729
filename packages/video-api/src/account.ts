export { createAccountApi } from './lib/administration/account-api.ts'
export type { AccountApi, AccountApiOptions } from './lib/administration/account-api.ts'
export type { Project, ProjectStatus } from './lib/administration/project.ts'
export type { CreateProjectOptions, Projects } from './lib/administration/projects.ts'
