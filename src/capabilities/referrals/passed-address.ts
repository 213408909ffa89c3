/** Where a partner sees what was passed to him. */
export const passedAddress = '/samenwerking'
