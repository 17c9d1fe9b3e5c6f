import { watch } from 'vue';
import { useDraft, useLocker } from '../../kit/phone/draft';
import { useOwnEnterprise } from '../queries';
import { blankReport, type ReportForm } from './report-form';

type Contact = Pick<ReportForm, 'name' | 'phone' | 'role'>;

/**
 * The report as far as it is typed, kept on this phone; who reports is remembered from one report to the next. `sent` clears
 * it for another one.
 */
export function useReportDraft() {
  const locker = useLocker();
  const enterprise = useOwnEnterprise();
  const remembered = locker.get<Contact>('report.contact');
  const { form, clear } = useDraft<ReportForm>('report', () => ({
    ...blankReport(),
    ...locker.get<Contact>('report.contact'),
  }));
  // Who reports for the first time from this phone is taken from the directory.
  watch(
    () => enterprise.data.value?.contacts[0],
    (first) => {
      if (first && !remembered && form.name === '' && form.phone === '') {
        Object.assign(form, { name: first.name, phone: first.phone, role: first.role ?? '' });
      }
    },
    { immediate: true },
  );

  function sent(): void {
    locker.put('report.contact', { name: form.name, phone: form.phone, role: form.role });
    clear();
  }
  return { form, sent };
}
