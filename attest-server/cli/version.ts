/** The package's version; the build puts it in. */
export const VERSION: string = '__VOUCHSAFE_BUILD__'
