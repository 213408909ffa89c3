import { mayOf, type Route, route } from '../../platform/http/route.ts'
import {
  showPart,
  showPartMaterials,
  showParts,
  submitPart,
  submitPartMaterials,
} from './answer-part/answer-part.handler.ts'
import { submitAsk } from './ask-library/ask-library.handler.ts'
import {
  showCorrection,
  submitCorrection,
  submitWithdrawal,
} from './correct-indicator/correct-indicator.handler.ts'
import { showMaterials, submitMaterials } from './count-materials/count-materials.handler.ts'
import { downloadAccountCsv, downloadAccountXlsx } from './download-account/download-account.handler.ts'
import { openIndicator } from './open-indicator/open-indicator.handler.ts'
import { fundingPermissions } from './permissions.ts'
import { showPrint } from './print-account/print-account.handler.ts'
import { showAccount } from './show-account/show-account.handler.ts'
import { showSign, submitSign } from './sign-account/sign-account.handler.ts'

const may = mayOf(fundingPermissions)
const keep = may('funding.keep')
const confirm = may('funding.confirm')
const account = '/sturing/verantwoording'

export const accountabilityRoutes: Route[] = [
  route('GET', account, keep, showAccount),
  route('GET', `${account}/indicator/:number`, keep, openIndicator),
  route('GET', `${account}/indicator/:number/verbeteren`, keep, showCorrection),
  route('POST', `${account}/indicator/:number/verbeteren`, keep, submitCorrection),
  route('POST', `${account}/indicator/:number/intrekken`, keep, submitWithdrawal),
  route('GET', `${account}/leermiddelen`, keep, showMaterials),
  route('POST', `${account}/leermiddelen`, keep, submitMaterials),
  route('POST', `${account}/vragen`, keep, submitAsk),
  route('GET', `${account}/ondertekenen`, keep, showSign),
  route('POST', `${account}/ondertekenen`, keep, submitSign),
  route('GET', `${account}/bijlage.csv`, keep, downloadAccountCsv),
  route('GET', `${account}/bijlage.xlsx`, keep, downloadAccountXlsx),
  route('GET', `${account}/afdrukken`, keep, showPrint),
  route('GET', `${account}/bibliotheek`, confirm, showParts),
  route('GET', `${account}/bibliotheek/:part`, confirm, showPart),
  route('POST', `${account}/bibliotheek/:part`, confirm, submitPart),
  route('GET', `${account}/bibliotheek/:part/leermiddelen`, confirm, showPartMaterials),
  route('POST', `${account}/bibliotheek/:part/leermiddelen`, confirm, submitPartMaterials),
]
