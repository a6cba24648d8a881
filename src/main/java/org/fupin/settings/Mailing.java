package org.fupin.settings;

import org.fupin.delivery.recipients.Recipients;
import org.fupin.delivery.smtp.SmtpSettings;

/** Who gets mail from a job, and through which server. */
public record Mailing(Recipients recipients, SmtpSettings server) {}
