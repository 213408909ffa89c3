import { largestDocumentForm } from '../../platform/documents/document-check.ts'
import { mayOf, type Route, route } from '../../platform/http/route.ts'
import { activityHandlers } from './keep-activity/keep-activity.handler.ts'
import {
  downloadActivityFile,
  showActivityFileTooLarge,
  submitActivityFile,
  submitRemoveActivityFile,
} from './keep-activity-file/keep-activity-file.handler.ts'
import { municipalRolesPermissions } from './permissions.ts'
import { submitRemoveActivity } from './remove-activity/remove-activity.handler.ts'
import { showActivity } from './show-activity/show-activity.handler.ts'
import { showPromotion } from './show-promotion/show-promotion.handler.ts'

const keep = mayOf(municipalRolesPermissions)('municipal-roles.keep')
const home = '/sturing/promotie'

/** The municipality as promoter of the desks (guide § 4.2). */
export const promotionRoutes: Route[] = [
  route('GET', home, keep, showPromotion),
  route('GET', `${home}/nieuw`, keep, activityHandlers.showAdd),
  route('POST', `${home}/nieuw`, keep, activityHandlers.submitAdd),
  route('GET', `${home}/:activity`, keep, showActivity),
  route('GET', `${home}/:activity/wijzigen`, keep, activityHandlers.showChange),
  route('POST', `${home}/:activity/wijzigen`, keep, activityHandlers.submitChange),
  route('POST', `${home}/:activity/weg`, keep, submitRemoveActivity),
  route('POST', `${home}/:activity/bestand`, keep, submitActivityFile, {
    largestBody: largestDocumentForm,
    tooLarge: showActivityFileTooLarge,
  }),
  route('GET', `${home}/:activity/bestand/:file`, keep, downloadActivityFile),
  route('POST', `${home}/:activity/bestand/:file/weg`, keep, submitRemoveActivityFile),
]
