import client.ApiClient;
import client.api.IncidentFilesApi;
import client.api.SessionsApi;
import client.model.EnterpriseFileView;
import client.model.IncidentFileSummary;
import client.model.IncidentFileView;
import client.model.ListedIncidentFile;
import client.model.PartnerTaskView;
import client.model.Priority;
import client.model.SignInRequest;
import java.util.Arrays;
import java.util.UUID;

/** Reads the newest file of an account, as a program of a customer would; prints what it got as one JSON object. */
public class Reader {
  public static void main(String[] words) throws Exception {
    ApiClient open = new ApiClient();
    open.updateBaseUri(words[0]);
    SignInRequest who = new SignInRequest().account(words[1]).password(words[2]);
    String token = new SessionsApi(open).sessionsOpen(who, null).getAccessToken();
    ApiClient own = new ApiClient();
    own.updateBaseUri(words[0]);
    own.setRequestInterceptor(request -> request.header("authorization", "Bearer " + token));
    IncidentFilesApi files = new IncidentFilesApi(own);
    ListedIncidentFile first = files.incidentFilesList(1, null, null, null, null, null, null, null, null).getItems().get(0);
    Object listed = first.getActualInstance();
    Object file = files.incidentFilesRead(idOf(listed), null).getActualInstance();
    boolean known = true;
    String view;
    String number;
    int told;
    if (file instanceof IncidentFileView) {
      IncidentFileView whole = (IncidentFileView) file;
      view = whole.getView().getValue();
      number = whole.getNumber();
      told = whole.getTimeline().size();
      known = Arrays.asList(Priority.values()).contains(whole.getPriority());
    } else if (file instanceof EnterpriseFileView) {
      EnterpriseFileView seen = (EnterpriseFileView) file;
      view = seen.getView().getValue();
      number = seen.getNumber();
      told = seen.getSteps().size();
    } else {
      throw new IllegalStateException(file.getClass().getName());
    }
    System.out.printf("{\"view\":\"%s\",\"listed\":\"%s\",\"number\":\"%s\",\"told\":%d,\"known\":%b}%n", view, viewOf(listed), number, told, known);
  }

  private static UUID idOf(Object listed) {
    if (listed instanceof IncidentFileSummary) return ((IncidentFileSummary) listed).getIncidentId();
    if (listed instanceof EnterpriseFileView) return ((EnterpriseFileView) listed).getIncidentId();
    return ((PartnerTaskView) listed).getIncidentId();
  }

  private static String viewOf(Object listed) {
    if (listed instanceof IncidentFileSummary) return ((IncidentFileSummary) listed).getView().getValue();
    return ((EnterpriseFileView) listed).getView().getValue();
  }
}
