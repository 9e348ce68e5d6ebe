package io.tokenrevocation.sample.users;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Makes, changes and deletes the user that the path names. */
@WebServlet("/users/*")
public class UsersServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient ChangingUsers users;

  public UsersServlet() {}

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    users.put(
        username(request),
        request.getParameter("subject"),
        Boolean.parseBoolean(request.getParameter("enabled")));
  }

  @Override
  protected void doDelete(HttpServletRequest request, HttpServletResponse response) {
    users.delete(username(request));
  }

  private static String username(HttpServletRequest request) {
    return request.getPathInfo().substring(1);
  }
}
