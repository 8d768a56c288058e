/** `XAUTHORITY` is none: a window needs it. */
const SECRET = /^VOUCHSAFE_|SECRET|TOKEN|PASSW|CREDENTIAL|(^|_)(API)?KEYS?(_|$)|(^|_)AUTH(_|$)|AUTHTOKEN|_PAT$|_DSN$|DATABASE_URL/i

/** What a driver is told of its surroundings, and a browser: nothing that by its name is a secret, for neither has a use for one. */
export const withoutKeys = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !SECRET.test(name)))
