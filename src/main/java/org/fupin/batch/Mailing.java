package org.fupin.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fupin.batch.JobDefinitionException.Mistake;
import org.fupin.delivery.DeliveryConfigurationException;
import org.fupin.delivery.Recipients;
import org.fupin.delivery.SmtpSettings;
import org.fupin.reference.Regions;

/** Who gets mail from a job, and through which server. */
public record Mailing(Recipients recipients, SmtpSettings server) {}
