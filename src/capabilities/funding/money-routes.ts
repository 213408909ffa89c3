import { largestImport } from '../../platform/csv/read-csv.ts'
import { largestDocumentForm } from '../../platform/documents/document-check.ts'
import { mayOf, type Route, route } from '../../platform/http/route.ts'
import { showYearChoice, submitYearChoice } from './choose-year/choose-year.handler.ts'
import { submitCount } from './count-sharing-key/count-sharing-key.handler.ts'
import { downloadBookings } from './download-bookings/download-bookings.handler.ts'
import {
  confirmAmounts,
  showAmountsExample,
  showImportAmounts,
  submitAmountsFile,
} from './import-amounts/import-amounts.handler.ts'
import { showAmountForm, submitAmount } from './keep-amount/keep-amount.handler.ts'
import {
  showAddBooking,
  showBooking,
  submitAddBooking,
  submitBooking,
} from './keep-booking/keep-booking.handler.ts'
import {
  downloadDocument,
  showAddDocument,
  showDocumentTooLarge,
  showRemoveDocument,
  submitDocument,
  submitRemoveDocument,
} from './keep-document/keep-document.handler.ts'
import {
  showAddScheme,
  showScheme,
  submitAddScheme,
  submitScheme,
} from './keep-scheme/keep-scheme.handler.ts'
import { showAddKey, showKey, submitAddKey, submitKey } from './keep-sharing-key/keep-sharing-key.handler.ts'
import { showSchemes } from './list-schemes/list-schemes.handler.ts'
import { showShared } from './list-sharing/list-sharing.handler.ts'
import { fundingPermissions } from './permissions.ts'
import {
  showCost,
  showShareCost,
  submitShareCost,
  submitTakeCost,
  submitWithdrawCost,
} from './share-cost/share-cost.handler.ts'
import { showMoney } from './show-money/show-money.handler.ts'
import { showStrikeOut, submitStrikeOut } from './strike-out-booking/strike-out-booking.handler.ts'

const may = mayOf(fundingPermissions)
const keep = may('funding.keep')
const administer = may('funding.administer')
const money = '/sturing/geld'
const schemes = '/beheer/geldregelingen'

export const moneyRoutes: Route[] = [
  route('GET', money, keep, showMoney),
  route('GET', `${money}/ophalen`, keep, downloadBookings),
  route('GET', `${money}/boeking`, keep, showAddBooking),
  route('POST', `${money}/boeking`, keep, submitAddBooking),
  route('GET', `${money}/boeking/:booking`, keep, showBooking),
  route('POST', `${money}/boeking/:booking`, keep, submitBooking),
  route('GET', `${money}/boeking/:booking/doorhalen`, keep, showStrikeOut),
  route('POST', `${money}/boeking/:booking/doorhalen`, keep, submitStrikeOut),
  route('GET', `${money}/bedrag`, keep, showAmountForm),
  route('POST', `${money}/bedrag`, keep, submitAmount),
  route('GET', `${money}/keuzes`, keep, showYearChoice),
  route('POST', `${money}/keuzes`, keep, submitYearChoice),
  route('GET', `${money}/stuk`, keep, showAddDocument),
  route('POST', `${money}/stuk`, keep, submitDocument, {
    largestBody: largestDocumentForm,
    tooLarge: showDocumentTooLarge,
  }),
  route('GET', `${money}/stuk/:document`, keep, downloadDocument),
  route('GET', `${money}/stuk/:document/weghalen`, keep, showRemoveDocument),
  route('POST', `${money}/stuk/:document/weghalen`, keep, submitRemoveDocument),
  route('GET', `${money}/delen`, keep, showShared),
  route('GET', `${money}/delen/sleutel`, keep, showAddKey),
  route('POST', `${money}/delen/sleutel`, keep, submitAddKey),
  route('GET', `${money}/delen/sleutel/:key`, keep, showKey),
  route('POST', `${money}/delen/sleutel/:key`, keep, submitKey),
  route('POST', `${money}/delen/sleutel/:key/tellen`, keep, submitCount),
  route('GET', `${money}/delen/kosten`, keep, showShareCost),
  route('POST', `${money}/delen/kosten`, keep, submitShareCost),
  route('GET', `${money}/delen/kosten/:cost`, keep, showCost),
  route('POST', `${money}/delen/kosten/:cost/overnemen`, keep, submitTakeCost),
  route('POST', `${money}/delen/kosten/:cost/intrekken`, keep, submitWithdrawCost),
  route('GET', schemes, administer, showSchemes),
  route('GET', `${schemes}/nieuw`, administer, showAddScheme),
  route('POST', `${schemes}/nieuw`, administer, submitAddScheme),
  route('GET', `${schemes}/:scheme`, administer, showScheme),
  route('POST', `${schemes}/:scheme`, administer, submitScheme),
  route('GET', `${schemes}/:scheme/bedragen`, administer, showImportAmounts),
  route('POST', `${schemes}/:scheme/bedragen`, administer, submitAmountsFile, { largestBody: largestImport }),
  route('POST', `${schemes}/:scheme/bedragen/opslaan`, administer, confirmAmounts, {
    largestBody: largestImport,
  }),
  route('GET', `${schemes}/:scheme/bedragen/voorbeeld`, administer, showAmountsExample),
]
