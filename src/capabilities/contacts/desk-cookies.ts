/** What a browser remembers of the last time: at which desk, in which way. Scripts may change them, offline too. */
export const deskCookie = 'balie_informatiepunt'
export const channelCookie = 'balie_kanaal'
export const placeCookie = 'balie_plek'
export const rememberedForSeconds = 180 * 24 * 3600
