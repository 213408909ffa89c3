import { mayOf, type Route, route } from '../../platform/http/route.ts'
import { showAddPerson, submitAddPerson } from './add-person/add-person.handler.ts'
import { showAssignRole, submitAssignRole } from './assign-role/assign-role.handler.ts'
import {
  showOwnAccount,
  submitChangePassword,
  submitChooseLanguage,
} from './change-own-account/change-own-account.handler.ts'
import { showPerson, submitChangePerson, submitGivePassword } from './change-person/change-person.handler.ts'
import { showEndRole, submitEndRole } from './end-role/end-role.handler.ts'
import { showPeople } from './list-people/list-people.handler.ts'
import { peoplePermissions } from './permissions.ts'
import { showAudit } from './read-audit/read-audit.handler.ts'
import { showPost, submitOpenMail } from './read-post/read-post.handler.ts'
import {
  showStatement,
  showStatements,
  submitStatement,
} from './record-statement/record-statement.handler.ts'

const may = mayOf(peoplePermissions)
const person = '/beheer/mensen/:person'
const statement = '/beheer/geheimhouding/:person/:library'

export const peopleRoutes: readonly Route[] = [
  route('GET', '/beheer/mensen', may('people.administer'), showPeople),
  route('GET', '/beheer/mensen/nieuw', may('people.administer'), showAddPerson),
  route('POST', '/beheer/mensen/nieuw', may('people.administer'), submitAddPerson),
  route('GET', person, may('people.administer'), showPerson),
  route('POST', person, may('people.administer'), submitChangePerson),
  route('POST', `${person}/wachtwoord`, may('people.administer'), submitGivePassword),
  route('GET', `${person}/taken/nieuw`, may('people.administer'), showAssignRole),
  route('POST', `${person}/taken/nieuw`, may('people.administer'), submitAssignRole),
  route('GET', `${person}/taken/:role`, may('people.administer'), showEndRole),
  route('POST', `${person}/taken/:role`, may('people.administer'), submitEndRole),
  route('GET', '/beheer/geheimhouding', may('people.record-statements'), showStatements),
  route('GET', statement, may('people.record-statements'), showStatement),
  route('POST', statement, may('people.record-statements'), submitStatement),
  route('GET', '/beheer/post', may('people.read-post'), showPost),
  route('POST', '/beheer/post/:mail', may('people.read-post'), submitOpenMail),
  route('GET', '/beheer/logboek', may('people.read-audit'), showAudit),
  route('GET', '/mijn-account', may('people.change-own-account'), showOwnAccount),
  route('POST', '/mijn-account/wachtwoord', may('people.change-own-account'), submitChangePassword),
  route('POST', '/mijn-account/taal', may('people.change-own-account'), submitChooseLanguage),
]
