export { findActor } from './find-actor/find-actor.query.ts'
export { nameAccounts } from './name-accounts/name-accounts.query.ts'
export { peoplePermissions } from './permissions.ts'
export { openSession, type SignInResult, signIn } from './sign-in/sign-in.command.ts'
