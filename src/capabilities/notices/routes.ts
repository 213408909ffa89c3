import { mayOf, type Route, route } from '../../platform/http/route.ts'
import {
  showAddNotice,
  showChangeNotice,
  submitAddNotice,
  submitChangeNotice,
} from './announce-notice/announce-notice.handler.ts'
import { showNotices } from './list-notices/list-notices.handler.ts'
import { announcePath, deskPath } from './notices-address.ts'
import { noticesPermissions } from './permissions.ts'
import { showDeskNotices, submitConfirmNotice } from './read-notices/read-notices.handler.ts'
import { showNotice } from './show-notice/show-notice.handler.ts'
import { showWithdrawNotice, submitWithdrawNotice } from './withdraw-notice/withdraw-notice.handler.ts'

const may = mayOf(noticesPermissions)
const announce = may('notices.announce')
const read = may('notices.read')

export const noticesRoutes: Route[] = [
  route('GET', announcePath, announce, showNotices),
  route('GET', `${announcePath}/nieuw`, announce, showAddNotice),
  route('POST', `${announcePath}/nieuw`, announce, submitAddNotice),
  route('GET', `${announcePath}/:notice`, announce, showNotice),
  route('GET', `${announcePath}/:notice/wijzigen`, announce, showChangeNotice),
  route('POST', `${announcePath}/:notice/wijzigen`, announce, submitChangeNotice),
  route('GET', `${announcePath}/:notice/intrekken`, announce, showWithdrawNotice),
  route('POST', `${announcePath}/:notice/intrekken`, announce, submitWithdrawNotice),
  route('GET', deskPath, read, showDeskNotices),
  route('POST', `${deskPath}/:notice/gezien`, read, submitConfirmNotice),
]
