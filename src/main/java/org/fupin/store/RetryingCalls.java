package org.fupin.store;

import java.lang.reflect.UndeclaredThrowableException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Calls that are done again, see {@link DatabaseRetry}. */
public final class RetryingCalls {

    /** How a call is done again. */
    @FunctionalInterface
    public interface Again {
        Object call(MethodInvocation call, Supplier<Object> proceed);
    }

    private RetryingCalls() {}

    /** The target, each of whose calls is one piece of work. */
    @SuppressWarnings("unchecked")
    public static <T> T of(T target, boolean ofClass, DatabaseRetry retry, Again again) {
        ProxyFactory proxy = new ProxyFactory(target);
        proxy.setProxyTargetClass(ofClass);
        proxy.addAdvice((MethodInterceptor) call -> retry.call(attempt -> {
            Supplier<Object> proceed = () -> proceed(((ProxyMethodInvocation) call).invocableClone());
            return attempt == 1 ? proceed.get() : again.call(call, proceed);
        }));
        return (T) proxy.getProxy();
    }

    /**
     * Statements, each of which stands alone if it is outside of a transaction. There Spring may keep a connection for the
     * thread, a broken one as well; in a transaction it takes another.
     */
    public static JdbcTemplate statements(
            DataSource database, DatabaseRetry retry, RetryingTransactionManager manager) {
        TransactionTemplate transaction = new TransactionTemplate(manager);
        return of(
                new JdbcTemplate(database),
                true,
                retry,
                (call, proceed) -> transaction.execute(status -> proceed.get()));
    }

    private static Object proceed(MethodInvocation call) {
        try {
            return call.proceed();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new UndeclaredThrowableException(e);
        }
    }
}
